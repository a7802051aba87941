package okno.platform.web;

import java.beans.PropertyEditorSupport;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.InitBinder;

/**
 * Ids in paths and parameters as RFC 9562 writes them. The JDK takes other digits of Unicode and short groups for the same
 * id, and one thing would have many names: in caches, logs and limits. An editor, because behind a converter that refuses
 * Spring asks its own editor, which does not.
 */
@ControllerAdvice
final class UuidParameters {

    private static final Pattern FORMAT =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");

    @InitBinder
    void ids(WebDataBinder binder) {
        binder.registerCustomEditor(UUID.class, new Editor());
    }

    private static final class Editor extends PropertyEditorSupport {

        @Override
        public void setAsText(String text) {
            if (!FORMAT.matcher(text).matches()) {
                throw new IllegalArgumentException("no id");
            }
            setValue(UUID.fromString(text));
        }
    }
}
