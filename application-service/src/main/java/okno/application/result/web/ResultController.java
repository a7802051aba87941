package okno.application.result.web;

import java.util.UUID;
import okno.application.attachment.ReadPaper;
import okno.application.attachment.web.PaperContent;
import okno.application.casefile.domain.Side;
import okno.platform.core.Caller;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/applications/{id}")
@PreAuthorize("denyAll()")
class ResultController {

    private final ReadPaper readPaper;

    ResultController(ReadPaper readPaper) {
        this.readPaper = readPaper;
    }

    @GetMapping("/results/{resultId}/content")
    @PreAuthorize("hasAuthority('person')")
    ResponseEntity<byte[]> content(Caller caller, @PathVariable UUID id, @PathVariable UUID resultId) {
        return PaperContent.of(readPaper.ofOwner(caller, id, Side.AGENCY, resultId));
    }
}
