// Expected "no"s of pictures of the ground.
import type { RefusalKind } from '#domain/kernel/refusal.ts';

export const layerNeedsCounty = {
  code: 'insight/layer-needs-county',
  status: 422,
  message: {
    zh: '影像和地形按县装入，{area} 不是县。请选一个县。',
    en: 'Imagery and terrain are loaded by a county, and {area} is none. Choose a county.',
  },
} as const satisfies RefusalKind;

export const layerFileUnknown = {
  code: 'insight/layer-file-unknown',
  status: 415,
  message: {
    zh: '“{name}”既不是 GeoTIFF 也不是 PMTiles。请从制图软件导出为 GeoTIFF（.tif）或 PMTiles 再上传。',
    en: '"{name}" is neither a GeoTIFF nor PMTiles. Export it as GeoTIFF (.tif) or PMTiles.',
  },
} as const satisfies RefusalKind;

export const layerTooLarge = {
  code: 'insight/layer-too-large',
  status: 413,
  message: {
    zh: '“{name}”超过 {limit} MB。请分幅上传、降低分辨率，或用 JPEG 压缩导出。',
    en: '"{name}" is larger than {limit} MB. Load it in sheets, coarser, or exported with JPEG compression.',
  },
} as const satisfies RefusalKind;

export const layerUnplaced = {
  code: 'insight/layer-unplaced',
  status: 422,
  message: {
    zh: '“{name}”里没有地理参照，不知道它在地上的位置。请在制图软件中配准后再导出（坐标写在文件里，不用旁边的 .tfw）。',
    en: '"{name}" does not say where it lies. Georeference it and export again, with the position inside the file and not in a .tfw beside it.',
  },
} as const satisfies RefusalKind;

export const layerTurned = {
  code: 'insight/layer-turned',
  status: 422,
  message: {
    zh: '“{name}”的行不是东西向（影像是斜放的）。请重投影成正北朝上再上传。',
    en: 'The rows of "{name}" do not run east and west. Warp it north up and load it again.',
  },
} as const satisfies RefusalKind;

export const layerProjectionUnknown = {
  code: 'insight/layer-projection-unknown',
  status: 422,
  message: {
    zh: '“{name}”用的坐标系（EPSG:{epsg}）这里不认得。可用：WGS84 或 CGCS2000 经纬度、CGCS2000 三度或六度带、UTM、Web 墨卡托。北京54、西安80 请先转换到 CGCS2000。',
    en: 'The coordinate system of "{name}" (EPSG:{epsg}) is not known here. Use degrees of WGS84 or CGCS2000, a Gauss-Krüger zone of CGCS2000, UTM or Web Mercator; convert Beijing 1954 and Xi’an 1980 to CGCS2000 first.',
  },
} as const satisfies RefusalKind;

export const layerNoPicture = {
  code: 'insight/layer-no-picture',
  status: 422,
  message: {
    zh: '“{name}”有 {bands} 个波段、每个 {bits} 位，不能当影像或地形用。影像要 8 位的 1、3 或 4 个波段，地形要一个波段的高程（16 位整数或 32 位浮点）。',
    en: '"{name}" has {bands} bands of {bits} bits and is neither imagery nor terrain. Imagery has 1, 3 or 4 bands of 8 bits; terrain is one band of heights, 16-bit integers or 32-bit floats.',
  },
} as const satisfies RefusalKind;

export const layerOutside = {
  code: 'insight/layer-outside',
  status: 422,
  message: {
    zh: '“{name}”在东经 {west}–{east}、北纬 {south}–{north}，不在本县范围内。请核对坐标系和文件。',
    en: '"{name}" lies at {west}–{east} E, {south}–{north} N, outside this county. Check its coordinate system and the file.',
  },
} as const satisfies RefusalKind;

export const layerNoTiles = {
  code: 'insight/layer-no-tiles',
  status: 422,
  message: {
    zh: '“{name}”里装的不是浏览器能画的图片（矢量瓦片、AVIF 不能用）。请导出为 PNG、JPEG 或 WebP 图片的 PMTiles。',
    en: '"{name}" holds no pictures that can be drawn (vector tiles and AVIF cannot). Export PMTiles of PNG, JPEG or WebP pictures.',
  },
} as const satisfies RefusalKind;

export const layerTooMany = {
  code: 'insight/layer-too-many',
  status: 422,
  message: {
    zh: '“{name}”有 {tiles} 张瓦片，最多 {most} 张。请少导出一级，或分幅。',
    en: '"{name}" has {tiles} tiles; {most} at most. Export one zoom less, or in sheets.',
  },
} as const satisfies RefusalKind;

export const layerUnreadable = {
  code: 'insight/layer-unreadable',
  status: 422,
  message: {
    zh: '“{name}”读不出来：{reason}。请用制图软件打开核对后重新导出。',
    en: '"{name}" cannot be read: {reason}. Open it in a mapping program and export it again.',
  },
} as const satisfies RefusalKind;

export const noSuchLayer = {
  code: 'insight/no-such-layer',
  status: 404,
  message: {
    zh: '没有这一层，或它不在您的管辖范围内。请刷新。',
    en: 'There is no such layer, or it is outside your jurisdiction. Reload the page.',
  },
} as const satisfies RefusalKind;

export const noSuchTile = {
  code: 'insight/no-such-tile',
  status: 404,
  message: {
    zh: '这一层在 {z}/{x}/{y} 没有图片。',
    en: 'The layer has no picture at {z}/{x}/{y}.',
  },
} as const satisfies RefusalKind;

export const tileServerAddress = {
  code: 'insight/tile-server-address',
  status: 422,
  message: {
    zh: '“{address}”不能用作瓦片地址。请写 http 或 https 地址，级、列、行的位置写成花括号里的 z、x、y。',
    en: '"{address}" is no address of tiles. Write one of http or https in which z, x and y stand in braces where zoom, column and row belong.',
  },
} as const satisfies RefusalKind;

export const tileServerSilent = {
  code: 'insight/tile-server-silent',
  status: 503,
  message: {
    zh: '瓦片服务器 {host} 没有给出图片：{reason}。请核对地址，或稍后再试。',
    en: 'The tile server {host} gave no picture: {reason}. Check the address, or try again later.',
  },
} as const satisfies RefusalKind;
