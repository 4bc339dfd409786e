// What is used of supercluster, which brings no types of its own.
declare module 'supercluster' {
  interface PointFeature<Properties> {
    readonly type: 'Feature';
    readonly properties: Properties;
    readonly geometry: { readonly type: 'Point'; readonly coordinates: [number, number] };
  }
  interface ClusterProperties {
    readonly cluster: true;
    readonly cluster_id: number;
    readonly point_count: number;
  }
  interface Options {
    readonly radius?: number;
    readonly extent?: number;
    readonly maxZoom?: number;
    readonly minPoints?: number;
  }
  // biome-ignore lint/style/noDefaultExport: it is how the library is made.
  export default class Supercluster<Properties> {
    constructor(options: Options);
    load(points: readonly PointFeature<Properties>[]): this;
    getClusters(
      box: [number, number, number, number],
      zoom: number,
    ): PointFeature<Properties | ClusterProperties>[];
    getClusterExpansionZoom(id: number): number;
  }
}
