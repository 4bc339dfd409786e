// Doors a test of the books goes through: the books, plans and deliveries they show, and the register.
import { assistanceRoutes } from '#server/assistance/assistance.routes.ts';
import { householdBookRoutes } from '#server/assistance/books.routes.ts';
import type { Served } from '#server/http/serve.ts';
import { householdWriteRoutes } from '#server/registry/household-write.routes.ts';

export const householdRoutes: readonly Served[] = [
  ...householdBookRoutes,
  ...assistanceRoutes,
  ...householdWriteRoutes,
];
