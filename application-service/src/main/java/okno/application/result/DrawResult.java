package okno.application.result;

import okno.application.result.domain.Sheet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Draws the files of a document and has each sealed; what cannot be sealed is not drawn at all. */
@Component
class DrawResult {

    private final ResultPdf pdf;
    private final ResultXml xml;
    private final SealClient seal;

    DrawResult(ResultPdf pdf, ResultXml xml, SealClient seal) {
        this.pdf = pdf;
        this.xml = xml;
        this.seal = seal;
    }

    /** The sealed files; {@code xml} null: the passport wants none. */
    record Files(byte[] pdf, byte @Nullable [] xml) {}

    /**
     * Asks identity-service, so it runs outside any transaction.
     *
     * @throws okno.platform.core.Problem {@code dependency_unavailable} when the seal cannot be had now
     */
    Files handle(Sheet sheet, boolean withXml) {
        return new Files(seal.pdf(pdf.draw(sheet)), withXml ? seal.xml(xml.write(sheet)) : null);
    }
}
