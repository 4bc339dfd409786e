// Noto Sans SC in slices, each loaded when a page needs one of its characters, and a second font for
// rare characters of names that the first does not have.
import '@fontsource-variable/noto-sans-sc/wght.css';

void import('./rare-han.css');
