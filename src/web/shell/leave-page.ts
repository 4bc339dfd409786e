// A page still open when its file ends would go on working in a window that is no more.
import { cleanup } from '@testing-library/react';
import { afterAll } from 'vitest';

afterAll(cleanup);
