package okno.application.content.inspect;

import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.contentstream.PDFStreamEngine;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.contentstream.operator.state.Concatenate;
import org.apache.pdfbox.contentstream.operator.state.Restore;
import org.apache.pdfbox.contentstream.operator.state.Save;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.graphics.PDXObject;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.util.Matrix;

/**
 * The resolution of a scanned page: of the finest picture that covers much of it, since scanners lay letters over a coarser
 * background. Pictures are measured where they are drawn and never decoded.
 */
final class ScanResolution extends PDFStreamEngine {

    private static final double POINTS_PER_INCH = 72;
    /** A smaller part of the page is a stamp or an emblem and no scan. */
    private static final double COVERED = 0.3;

    private static final int MAX_DEPTH = 8;

    private final PDPage page;
    private final double area;
    private int finest;
    private int depth;

    ScanResolution(PDPage page) {
        this.page = page;
        this.area = (double) page.getCropBox().getWidth() * page.getCropBox().getHeight();
        addOperator(new Concatenate(this));
        addOperator(new Save(this));
        addOperator(new Restore(this));
    }

    /** Dots per inch; 0 when the page is no scan. */
    int measure() throws IOException {
        processPage(page);
        return finest;
    }

    @Override
    protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
        if (operator.getName().equals("Do") && !operands.isEmpty() && operands.getFirst() instanceof COSName name) {
            draw(getResources().getXObject(name));
        } else {
            super.processOperator(operator, operands);
        }
    }

    private void draw(PDXObject drawn) throws IOException {
        if (drawn instanceof PDImageXObject picture) {
            Matrix place = getGraphicsState().getCurrentTransformationMatrix();
            double width = place.getScalingFactorX();
            double height = place.getScalingFactorY();
            if (width > 0 && height > 0 && width * height >= COVERED * area) {
                double dpi = Math.min(picture.getWidth() / width, picture.getHeight() / height) * POINTS_PER_INCH;
                // Half a dot is nobody's fault but rounding's.
                finest = Math.max(finest, (int) Math.round(dpi + 0.5));
            }
        } else if (drawn instanceof PDFormXObject form) {
            if (depth == MAX_DEPTH) {
                throw new Refused("file_too_complex");
            }
            depth++;
            showForm(form);
            depth--;
        }
    }
}
