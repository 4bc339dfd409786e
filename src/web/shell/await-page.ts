// A page that is drawn while another process has the processor takes longer than the second that the library waits.
import { configure } from '@testing-library/react';

configure({ asyncUtilTimeout: 20_000 });
