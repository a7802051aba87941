package okno.org.permission.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import okno.org.permission.Permission;
import okno.platform.web.KeysetPage;
import okno.platform.web.Language;
import okno.platform.web.Texts;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** All permissions there are, for whoever designs roles. */
@RestController
@RequestMapping("/api/v1/permissions")
@PreAuthorize("denyAll()")
class PermissionController {

    private final Texts texts;

    PermissionController(Texts texts) {
        this.texts = texts;
    }

    /** A permission and its name in the caller's language. */
    record PermissionResponse(String code, String title) {}

    @GetMapping
    @PreAuthorize("hasAuthority('person')")
    KeysetPage<PermissionResponse> list(HttpServletRequest request) {
        Language language = Language.of(request);
        return new KeysetPage<>(
                Arrays.stream(Permission.values())
                        .map(permission -> new PermissionResponse(permission.code(), title(permission, language)))
                        .toList(),
                null);
    }

    private String title(Permission permission, Language language) {
        String title = texts.find(language, "permission." + permission.code(), List.of());
        return title == null ? permission.code() : title;
    }
}
