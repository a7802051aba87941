/** Documents that people receive: PDF/A from templates, and QR codes. */
@NullMarked
package okno.platform.documents;

import org.jspecify.annotations.NullMarked;
