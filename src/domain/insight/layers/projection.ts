// The coordinate systems a picture of Chinese ground comes in, by their EPSG numbers: degrees, Web Mercator,
// UTM, and the Gauss-Krüger zones of CGCS2000 in which the land survey publishes. Each is written out, so that
// no table of the world's systems is needed. Beijing 1954 and Xi'an 1980 are left out on purpose: their way to
// WGS84 is not public, and a guess would be off by a hundred metres.

export interface Projection {
  readonly epsg: number;
  /** As PROJ writes it. */
  readonly text: string;
  readonly isDegrees: boolean;
}

const ellipsoid = '+ellps=GRS80 +towgs84=0,0,0,0,0,0,0 +no_defs';

export function projectionOf(epsg: number): Projection | undefined {
  if (epsg === 4326 || epsg === 4490) {
    return { epsg, text: `+proj=longlat ${ellipsoid}`, isDegrees: true };
  }
  if (epsg === 3857 || epsg === 900913) {
    const text =
      '+proj=merc +a=6378137 +b=6378137 +lat_ts=0 +lon_0=0 +x_0=0 +y_0=0 +k=1 +units=m +nadgrids=@null +no_defs';
    return { epsg, text, isDegrees: false };
  }
  if (epsg >= 32643 && epsg <= 32653) {
    const text = `+proj=utm +zone=${epsg - 32600} +datum=WGS84 +units=m +no_defs`;
    return { epsg, text, isDegrees: false };
  }
  const zone = zoneOf(epsg);
  if (zone === undefined) return undefined;
  const { meridian, east } = zone;
  const text = `+proj=tmerc +lat_0=0 +lon_0=${meridian} +k=1 +x_0=${east} +y_0=0 +units=m ${ellipsoid}`;
  return { epsg, text, isDegrees: false };
}

interface Zone {
  readonly meridian: number;
  /** Metres added to the easting; with the number of the zone before it where it has one. */
  readonly east: number;
}

/** Zones of CGCS2000: six degrees wide and three degrees wide, with and without their number in the easting. */
function zoneOf(epsg: number): Zone | undefined {
  const half = 500_000;
  if (epsg >= 4491 && epsg <= 4501) {
    const zone = epsg - 4491 + 13;
    return { meridian: zone * 6 - 3, east: zone * 1_000_000 + half };
  }
  if (epsg >= 4502 && epsg <= 4512) return { meridian: (epsg - 4502) * 6 + 75, east: half };
  if (epsg >= 4513 && epsg <= 4533) {
    const zone = epsg - 4513 + 25;
    return { meridian: zone * 3, east: zone * 1_000_000 + half };
  }
  if (epsg >= 4534 && epsg <= 4554) return { meridian: (epsg - 4534) * 3 + 75, east: half };
  return undefined;
}
