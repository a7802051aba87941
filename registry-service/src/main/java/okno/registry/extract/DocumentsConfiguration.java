package okno.registry.extract;

import okno.platform.documents.PdfRenderer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What an extract is drawn and stored with. */
@Configuration(proxyBeanMethods = false)
class DocumentsConfiguration {

    @Bean
    PdfRenderer pdfRenderer() {
        return new PdfRenderer();
    }
}
