import { invalidRequest, noSuch } from '../errors.ts';
import { createPrice, createProduct } from '../flows/catalogue.ts';
import { clearable, flag, given, mergedMetadata, nested, text, texts } from '../params.ts';
import type { Route } from '../router.ts';
import { listRoute, retrieveRoute } from '../router.ts';

const PRODUCT_FIELDS = [
  'name',
  'active',
  'description',
  'images',
  'metadata',
  'statement_descriptor',
  'unit_label',
  'url',
];

export const productRoutes: Route[] = [
  {
    method: 'POST',
    path: '/v1/products',
    params: [...PRODUCT_FIELDS, 'id'],
    handle: (step, { params }) => createProduct(step, params, flag(params, 'active') ?? true),
  },
  {
    method: 'POST',
    path: '/v1/products/:id',
    params: [...PRODUCT_FIELDS, 'default_price'],
    handle: (step, { params, id }) => {
      const product = step.edit('product', id);
      product.name = text(params, 'name') ?? product.name;
      product.active = flag(params, 'active') ?? product.active;
      product.images = texts(params, 'images') ?? product.images;
      for (const name of ['description', 'statement_descriptor', 'unit_label', 'url'] as const) {
        const value = clearable(params, name);
        if (value !== undefined) product[name] = value;
      }
      const price = text(params, 'default_price');
      if (price !== undefined) product.default_price = step.get('price', price, 'default_price').id;
      product.metadata = mergedMetadata(params, product.metadata);
      product.updated = step.now;
      step.emit('product.updated', product);
      return product;
    },
  },
  retrieveRoute('product', '/v1/products/:id'),
  listRoute('product', '/v1/products', {
    where: {
      active: (product, value) => String(product.active) === value,
      ids: (product, _value, params) => (texts(params, 'ids') ?? []).includes(product.id),
    },
  }),
  {
    method: 'DELETE',
    path: '/v1/products/:id',
    params: [],
    handle: (step, { id }) => {
      const product = step.get('product', id);
      if (step.listBy('price', 'product', id).length > 0) {
        throw invalidRequest(
          'This product cannot be deleted because it has one or more user-created prices.',
        );
      }
      step.emit('product.deleted', product);
      step.remove('product', id);
      return { id, object: 'product', deleted: true };
    },
  },
];

export const priceRoutes: Route[] = [
  {
    method: 'POST',
    path: '/v1/prices',
    params: [
      'currency',
      'active',
      'lookup_key',
      'metadata',
      'nickname',
      'product',
      'product_data.name',
      'product_data.metadata',
      'product_data.active',
      'product_data.unit_label',
      'recurring.interval',
      'recurring.interval_count',
      'unit_amount',
      'unit_amount_decimal',
    ],
    handle: (step, { params }) => {
      const named = text(params, 'product');
      if (named !== undefined && !step.find('product', named))
        throw noSuch('product', named, 'product');
      const data = nested(params, 'product_data');
      if (named === undefined && !data) {
        throw invalidRequest(
          'You must specify either `product` or `product_data` when creating a price.',
          'product',
        );
      }
      const product = named ?? createProduct(step, data ?? {}).id;
      return createPrice(step, params, product, flag(params, 'active') ?? true, 'price');
    },
  },
  {
    method: 'POST',
    path: '/v1/prices/:id',
    params: ['active', 'lookup_key', 'metadata', 'nickname'],
    handle: (step, { params, id }) => {
      const price = step.edit('price', id);
      price.active = flag(params, 'active') ?? price.active;
      if (given(params, 'nickname')) price.nickname = text(params, 'nickname') ?? null;
      if (given(params, 'lookup_key')) price.lookup_key = text(params, 'lookup_key') ?? null;
      price.metadata = mergedMetadata(params, price.metadata);
      step.emit('price.updated', price);
      return price;
    },
  },
  retrieveRoute('price', '/v1/prices/:id'),
  listRoute('price', '/v1/prices', {
    by: ['product'],
    where: {
      active: (price, value) => String(price.active) === value,
      currency: (price, value) => price.currency === value,
      lookup_keys: (price, _value, params) =>
        price.lookup_key !== null &&
        (texts(params, 'lookup_keys') ?? []).includes(price.lookup_key),
      type: (price, value) => price.type === value,
    },
  }),
];
