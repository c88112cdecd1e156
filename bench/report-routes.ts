import type { LoaderFunctionArgs } from '@remix-run/node';

type Loader = (args: LoaderFunctionArgs) => Promise<unknown>;

export interface BenchedRoute {
  readonly name: string;
  readonly load: () => Promise<{ readonly loader: Loader }>;
  /** The address without its days; `{range}` stands where they belong. */
  readonly path: string;
  /** The most that 95 of 100 answers may take. */
  readonly mostMs: number;
}

/** Every page of reports, and what leads from it to people and payments. */
export const benchedRoutes: readonly BenchedRoute[] = [
  {
    name: 'overview',
    load: () => import('../app/routes/admin/report.tsx'),
    path: '/admin?{range}',
    mostMs: 150,
  },
];
