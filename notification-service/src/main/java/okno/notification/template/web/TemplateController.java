package okno.notification.template.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import okno.notification.template.PreviewTemplate;
import okno.notification.template.Templates;
import okno.platform.web.Language;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The messages there are, and how they look; the language is the request's. */
@RestController
@RequestMapping("/api/v1/notifications/templates")
@PreAuthorize("denyAll()")
class TemplateController {

    private final Templates templates;
    private final PreviewTemplate previewTemplate;

    TemplateController(Templates templates, PreviewTemplate previewTemplate) {
        this.templates = templates;
        this.previewTemplate = previewTemplate;
    }

    /** A message and its newest version; the older ones can be previewed too. */
    record Listed(String message, int version) {}

    @GetMapping
    @PreAuthorize("hasAuthority('admin')")
    List<Listed> list() {
        return templates.messages().entrySet().stream()
                .map(entry -> new Listed(entry.getKey(), entry.getValue()))
                .toList();
    }

    @GetMapping("/{message}/preview")
    @PreAuthorize("hasAuthority('admin')")
    PreviewTemplate.Preview preview(
            @PathVariable String message,
            @RequestParam(required = false) @Nullable Integer version,
            HttpServletRequest request) {
        return previewTemplate.handle(message, version, Language.of(request));
    }
}
