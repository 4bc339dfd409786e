// A page that uses the component library: loads both at once and puts the page inside our theme.
import { lazyRouteComponent } from '@tanstack/react-router';
import type { ComponentType } from 'react';

export function withLibrary<Name extends string>(
  load: () => Promise<Record<Name, ComponentType>>,
  name: Name,
) {
  return lazyRouteComponent(async () => {
    const [module, { Themed }] = await Promise.all([load(), import('#web/theme/themed.tsx')]);
    const Page: ComponentType = module[name];
    return {
      ThemedPage: function ThemedPage() {
        return (
          <Themed>
            <Page />
          </Themed>
        );
      },
    };
  }, 'ThemedPage');
}
