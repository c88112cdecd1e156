import { invalidRequest } from './errors.ts';
import { isKind } from './object-store.ts';
import type { BalanceTransaction } from './objects/balance.ts';
import { planId } from './objects/checkout-session.ts';
import { isActiveCode, isValidCoupon } from './flows/discounts.ts';
import type { Kind, Stored, Tables } from './objects/tables.ts';
import type { Step } from './step.ts';

type Tree = Record<string, unknown>;

const MAX_DEPTH = 4;

/** Expandable properties that an object only has once there is something to say. */
const mayBeAbsent = new Set(['refund.failure_balance_transaction']);

/** Turns stored objects into answers: what depends on the moment is filled in, `expand` obeyed. */
export class Renderer {
  private readonly step: Step;

  constructor(step: Step) {
    this.step = step;
  }

  /** The answer to a request (https://docs.stripe.com/api/expanding_objects). */
  answer(body: object, expand: readonly string[]): object {
    let rendered: unknown = this.present(body);
    if (isTree(rendered) && rendered['object'] === 'list' && Array.isArray(rendered['data'])) {
      rendered = { ...rendered, data: rendered['data'].map((entry) => this.present(entry)) };
    }
    for (const path of expand) {
      const segments = path.split('.');
      if (segments.filter((segment) => segment !== 'data').length > MAX_DEPTH) {
        throw invalidRequest(
          `You cannot expand more than ${MAX_DEPTH} levels of a property. Property: ${path}`,
          'expand',
        );
      }
      rendered = this.expandPath(rendered, segments, path);
    }
    return isTree(rendered) ? rendered : body;
  }

  private present(value: unknown): unknown {
    if (!isTree(value)) return value;
    if (value['object'] === 'balance_transaction') return this.withStatus(value);
    if (isStored(value, 'coupon')) return { ...value, valid: isValidCoupon(value, this.step.now) };
    if (isStored(value, 'promotion_code'))
      return { ...value, active: isActiveCode(this.step, value) };
    if (value['object'] === 'dispute' && Array.isArray(value['balance_transactions'])) {
      const entries = value['balance_transactions'];
      return { ...value, balance_transactions: entries.map((entry) => this.present(entry)) };
    }
    return value;
  }

  private withStatus(entry: Tree): Tree {
    const status: BalanceTransaction['status'] =
      Number(entry['available_on']) <= this.step.now ? 'available' : 'pending';
    return { ...entry, status };
  }

  private expandPath(value: unknown, segments: readonly string[], path: string): unknown {
    const [key, ...rest] = segments;
    if (key === undefined || value === null) return value;
    if (Array.isArray(value)) {
      return value.map((entry): unknown => this.expandPath(entry, segments, path));
    }
    if (!isTree(value)) throw cannotExpand(path);
    if (value[key] === undefined && mayBeAbsent.has(`${String(value['object'])}.${key}`))
      return value;
    const expanded = this.expandValue(value, key, path);
    return { ...value, [key]: this.expandPath(expanded, rest, path) };
  }

  private expandValue(owner: Tree, key: string, path: string): unknown {
    const current = owner[key];
    if (typeof current === 'string') return this.lookUp(key === 'id' ? '' : current, path);
    if (Array.isArray(current)) {
      return current.map((entry: unknown) =>
        typeof entry === 'string' ? this.lookUp(entry, path) : entry,
      );
    }
    if (current !== undefined) return current;
    const included = this.include(owner, key);
    if (included === undefined) throw cannotExpand(path);
    return included;
  }

  private lookUp(id: string, path: string): unknown {
    const found = this.step.any(id);
    if (found && !found.object.startsWith('sandbox.')) return this.present(found);
    const gone = this.step.removedKind(id);
    if (gone !== undefined) return { id, object: gone, deleted: true };
    throw cannotExpand(path);
  }

  /** Lists that Stripe leaves out unless they are asked for. */
  private include(owner: Tree, key: string): unknown {
    const id = String(owner['id']);
    switch (`${String(owner['object'])}.${key}`) {
      case 'charge.refunds':
        return this.sublist('refund', 'charge', id, `/v1/charges/${id}/refunds`);
      case 'invoice.payments':
        return this.sublist('invoice_payment', 'invoice', id, `/v1/invoice_payments?invoice=${id}`);
      case 'customer.subscriptions':
        return this.sublist(
          'subscription',
          'customer',
          id,
          `/v1/customers/${id}/subscriptions`,
          (entry) => (isKind(entry, 'subscription') ? entry.ended_at === null : true),
        );
      case 'checkout.session.line_items':
        return {
          object: 'list',
          data: this.step.find('sandbox.checkout_plan', planId(id))?.lineItems ?? [],
          has_more: false,
          url: `/v1/checkout/sessions/${id}/line_items`,
        };
      default:
        return undefined;
    }
  }

  private sublist(
    kind: Kind,
    field: string,
    value: string,
    url: string,
    keep: (entry: Stored) => boolean = () => true,
  ): unknown {
    const entries: Stored[] = this.step.listBy(kind, field, value).filter(keep).reverse();
    return { object: 'list', data: entries.slice(0, 10), has_more: entries.length > 10, url };
  }
}

function isStored<K extends Kind>(value: Tree, kind: K): value is Tree & Tables[K] {
  return value['object'] === kind;
}

function isTree(value: unknown): value is Tree {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function cannotExpand(path: string) {
  return invalidRequest(
    `This property cannot be expanded (${path}). You may want to try expanding its parent or to remove it from \`expand\`.`,
    'expand',
  );
}
