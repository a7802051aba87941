package okno.registry.rights.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import okno.platform.core.Caller;
import okno.platform.core.Problem;
import okno.platform.web.JsonLines;
import okno.registry.rights.DisclosePerson;
import okno.registry.rights.ExportQueries;
import org.springframework.http.MediaType;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** Everything of one person, for identity-service alone, which the person has asked for a copy. */
@RestController
@RequestMapping("/internal/persons/{id}/export")
@PreAuthorize("denyAll()")
class InternalExportController {

    private static final String IDENTITY = "hasAuthority('service') and authentication.name == 'identity-service'";

    private final DisclosePerson disclosePerson;
    private final ExportQueries queries;
    private final JsonMapper json;

    InternalExportController(DisclosePerson disclosePerson, ExportQueries queries, JsonMapper json) {
        this.disclosePerson = disclosePerson;
        this.queries = queries;
        this.json = json;
    }

    /** JSON lines: {@code {section, record}}, {@code {file}}, and at the end {@code {lines}}. */
    @GetMapping(produces = JsonLines.MEDIA_TYPE)
    @PreAuthorize(IDENTITY)
    void export(Caller caller, @PathVariable UUID id, HttpServletResponse response) throws IOException {
        disclosePerson.handle(caller, id);
        response.setContentType(JsonLines.MEDIA_TYPE);
        JsonLines.write(response.getOutputStream(), json, lines -> queries.write(id.toString(), lines));
    }

    @GetMapping(path = "/files/{fileId}", produces = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    @PreAuthorize(IDENTITY)
    void file(@PathVariable UUID id, @PathVariable UUID fileId, HttpServletResponse response) throws IOException {
        byte[] content = queries.file(id.toString(), fileId).orElseThrow(Problem::notFound);
        response.setContentType(MediaType.APPLICATION_OCTET_STREAM_VALUE);
        response.getOutputStream().write(content);
    }
}
