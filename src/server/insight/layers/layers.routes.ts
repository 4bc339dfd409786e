// Doors of pictures of the ground.
import {
  listLayers,
  loadLayer,
  nameTileServer,
  openLayerTile,
  removeLayer,
} from '#contract/insight-layers.ts';
import { type Served, serve } from '#server/http/serve.ts';
import { layersOf, loadedLayer, namedTileServer, removedLayer } from './layers.ts';
import { openedTile } from './open-tile.ts';

export const layerRoutes: readonly Served[] = [
  serve(listLayers, layersOf),
  serve(loadLayer, loadedLayer),
  serve(nameTileServer, namedTileServer),
  serve(removeLayer, removedLayer),
  serve(openLayerTile, openedTile),
];
