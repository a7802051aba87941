package okno.application.content.inspect;

import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataFormatImpl;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** The resolution that a picture says it has: JFIF's density, PNG's pHYs. */
final class PictureDensity {

    private static final double MM_PER_INCH = 25.4;

    private PictureDensity() {}

    /** Dots per inch, the smaller of both directions; 0 when the picture says nothing, or only the shape of its pixels. */
    static int of(IIOMetadata metadata) {
        if (metadata.getNativeMetadataFormatName().startsWith("javax_imageio_jpeg")) {
            return jfif((Element) metadata.getAsTree(metadata.getNativeMetadataFormatName()));
        }
        Element standard = (Element) metadata.getAsTree(IIOMetadataFormatImpl.standardMetadataFormatName);
        // The standard tree gives millimetres per pixel, PNG in metres or not at all.
        return (int)
                Math.round(Math.min(perInch(standard, "HorizontalPixelSize"), perInch(standard, "VerticalPixelSize")));
    }

    private static double perInch(Element tree, String name) {
        double size = number(tree, name, "value");
        return size <= 0 ? 0 : MM_PER_INCH / size;
    }

    private static int jfif(Element tree) {
        double density = Math.min(number(tree, "app0JFIF", "Xdensity"), number(tree, "app0JFIF", "Ydensity"));
        return switch ((int) number(tree, "app0JFIF", "resUnits")) {
            case 1 -> (int) density;
            case 2 -> (int) Math.round(density * 2.54);
            default -> 0;
        };
    }

    private static double number(Element tree, String name, String attribute) {
        NodeList found = tree.getElementsByTagName(name);
        if (found.getLength() == 0) {
            return 0;
        }
        String value = ((Element) found.item(0)).getAttribute(attribute);
        return value.isEmpty() ? 0 : Double.parseDouble(value);
    }
}
