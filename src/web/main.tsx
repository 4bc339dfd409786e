// The entry of the desk: every page.
import { router } from './router.tsx';
import { start } from './start.tsx';

start(router);
