/** What an act on an order makes stale. */
export const staleOrders = [
  'GET /api/monitoring/orders',
  'GET /api/monitoring/orders/:id',
  'GET /api/monitoring/order-parts',
  'GET /api/monitoring/order-parts/:id',
  'GET /api/monitoring/circulars',
] as const;
