/** Documents for people: HTML templates to PDF/A, and QR codes. No business words, no Spring. */
@NullMarked
package okno.platform.documents;

import org.jspecify.annotations.NullMarked;
