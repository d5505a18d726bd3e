// A map of places, loaded when somebody asks for it. Marks have the numbers of the list beside it; where the
// page itself lists the places, what it names them.

const WIDEST = 17;
const MARK_PIXELS = 32;
// Room that a name takes on the map, roughly: names that would cover each other are left out.
const LETTER_PIXELS = 7.5;
const LINE_PIXELS = 16;

export default function map(section) {
  const { dataset } = section;
  const canvas = section.querySelector("[data-map-canvas]");
  const offer = section.querySelector("[data-map-offer]");
  const status = section.querySelector("[data-map-status]");
  const places = [...section.querySelectorAll("[data-latitude]")];
  const numbered = places.length > 1 && !section.querySelector(".map__places").hidden;
  offer.hidden = false;

  offer.querySelector("[data-map-show]").addEventListener("click", async () => {
    try {
      await Promise.all(dataset.styles.split(" ").filter(Boolean).map(loadStyles));
      const leaflet = await import(dataset.leaflet);
      section.classList.add("map--open");
      canvas.hidden = false;
      offer.hidden = true;
      await draw(leaflet);
      canvas.focus();
    } catch {
      status.textContent = dataset.failed;
    }
  });

  async function draw(leaflet) {
    const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
    const view = leaflet.map(canvas, {
      zoomControl: false, zoomAnimation: !still, fadeAnimation: !still, markerZoomAnimation: !still,
      scrollWheelZoom: false, minZoom: 11, maxZoom: 19,
    });
    canvas.setAttribute("role", "application");
    canvas.setAttribute("aria-label", section.getAttribute("aria-label"));
    view.attributionControl.setPrefix('<a href="https://leafletjs.com">Leaflet</a>');
    leaflet.control.zoom({ zoomInTitle: dataset.zoomIn, zoomOutTitle: dataset.zoomOut }).addTo(view);
    const marks = places.map((place, number) => mark(leaflet, place, number));
    const bounds = leaflet.latLngBounds(marks.map((each) => each.getLatLng()));
    view.fitBounds(bounds.pad(places.length > 50 ? 0.05 : 0.3), { maxZoom: WIDEST - 1 });
    if (dataset.tiles) {
      leaflet.tileLayer(dataset.tiles, { attribution: dataset.attribution, maxZoom: 19 }).addTo(view);
    } else {
      await drawGround(leaflet, view);
    }
    for (const each of marks) {
      each.addTo(view);
      each.getElement().setAttribute("aria-label", each.options.title);
    }
  }

  // Names of streets appear as soon as they find room.
  async function drawGround(leaflet, view) {
    const answer = await fetch(dataset.drawing);
    if (!answer.ok) throw new Error(String(answer.status));
    const names = { district: [11, 15], river: [13, 19], ring: [15, 19], street: [16, 19] };
    const labels = [];
    leaflet.geoJSON(await answer.json(), {
      interactive: false,
      style: ({ properties }) => ({ className: `map__${properties.kind}` }),
      onEachFeature: ({ properties }, layer) => {
        const points = layer.getLatLngs();
        const middle = properties.kind === "district" ? layer.getBounds().getCenter() : points[points.length >> 1];
        const text = element("span", `map__name map__name--${properties.kind}`, properties.name);
        const icon = leaflet.divIcon({ className: "map__label", html: text, iconSize: [0, 0] });
        const label = leaflet.marker(middle, { icon, interactive: false, keyboard: false });
        labels.push([label, names[properties.kind], properties.name.length * LETTER_PIXELS]);
      },
    }).addTo(view);
    const update = () => {
      const zoom = view.getZoom();
      const seen = view.getBounds();
      const taken = [];
      for (const [label, [from, to], width] of labels) {
        const { x, y } = view.latLngToLayerPoint(label.getLatLng());
        const covers = (other) =>
          Math.abs(other.x - x) < (other.width + width) / 2 && Math.abs(other.y - y) < LINE_PIXELS;
        const shown = zoom >= from && zoom <= to && !taken.some(covers) && seen.contains(label.getLatLng());
        if (shown) taken.push({ x, y, width });
        if (shown) label.addTo(view);
        else label.remove();
      }
    };
    view.on("moveend", update);
    update();
  }

  function mark(leaflet, place, number) {
    const { latitude, longitude, name, url, mark = numbered ? number + 1 : "", kind = "" } = place.dataset;
    const iconSize = [MARK_PIXELS, MARK_PIXELS];
    const icon = leaflet.divIcon({ className: `map__mark ${kind}`, html: `${mark}`, iconSize });
    const content = element(url ? "a" : "span", "", name);
    if (url) content.href = url;
    return leaflet.marker([Number(latitude), Number(longitude)], { icon, title: name }).bindPopup(content);
  }
}

function element(name, className, textContent) {
  return Object.assign(document.createElement(name), { className, textContent });
}

function loadStyles(href) {
  return new Promise((resolve, reject) => {
    const link = Object.assign(document.createElement("link"), { rel: "stylesheet", href });
    link.addEventListener("load", resolve);
    link.addEventListener("error", reject);
    document.head.append(link);
  });
}
