package okno.registry.dictionary.web;

import java.util.List;
import okno.registry.dictionary.DictionaryQueries;
import okno.registry.dictionary.domain.DictionaryItem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.ServletWebRequest;

/** A dictionary as a whole, for our services that judge codes without asking for each. The gateway has no way here. */
@RestController
@RequestMapping("/internal/dictionaries")
@PreAuthorize("denyAll()")
class InternalDictionaryController {

    private final DictionaryQueries dictionaries;

    InternalDictionaryController(DictionaryQueries dictionaries) {
        this.dictionaries = dictionaries;
    }

    /** 304 while the caller's version is the newest; 404 when there is none, or it is too big to be kept in memory. */
    @GetMapping("/{code}")
    @PreAuthorize("hasAuthority('service')")
    @Nullable
    ResponseEntity<WholeResponse> whole(@PathVariable String code, ServletWebRequest request) {
        if (request.checkNotModified(etag(dictionaries.get(code).version()))) {
            return null;
        }
        DictionaryQueries.Whole whole = dictionaries.whole(code);
        var dictionary = whole.dictionary();
        return ResponseEntity.ok()
                .eTag(etag(dictionary.version()))
                .body(new WholeResponse(code, dictionary.version(), dictionary.complete(), whole.items()));
    }

    private static String etag(int version) {
        return "\"" + version + "\"";
    }

    /** {@code complete} false: an excerpt. */
    record WholeResponse(String code, int version, boolean complete, List<DictionaryItem> items) {}
}
