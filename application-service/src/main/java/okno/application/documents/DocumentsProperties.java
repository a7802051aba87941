package okno.application.documents;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * {@code okno.documents.*}.
 *
 * @param maxFile largest document
 * @param quota most that one owner may keep, results not counted
 * @param maxDocuments most documents of one owner, results not counted
 */
@ConfigurationProperties("okno.documents")
record DocumentsProperties(
        @DefaultValue("20MB") DataSize maxFile,
        @DefaultValue("200MB") DataSize quota,
        @DefaultValue("500") int maxDocuments) {}
