package okno.application.correspondence.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** What the applicant writes. */
record MessageRequest(@NotBlank @Size(max = 4000) String text) {}
