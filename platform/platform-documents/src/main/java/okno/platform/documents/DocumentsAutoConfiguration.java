package okno.platform.documents;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/** Wires the renderer of documents. */
@AutoConfiguration
class DocumentsAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean
    PdfRenderer pdfRenderer() {
        return new PdfRenderer();
    }
}
