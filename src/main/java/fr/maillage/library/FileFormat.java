package fr.maillage.library;

/** The formats that are accepted; stored by name. */
public enum FileFormat {
    PDF("PDF", "pdf", "application/pdf"),
    DOCX("Word", "docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    XLSX("Excel", "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    PPTX("PowerPoint", "pptx", "application/vnd.openxmlformats-officedocument.presentationml.presentation"),
    ODT("Texte LibreOffice", "odt", "application/vnd.oasis.opendocument.text"),
    ODS("Classeur LibreOffice", "ods", "application/vnd.oasis.opendocument.spreadsheet"),
    PNG("Image PNG", "png", "image/png"),
    JPEG("Image JPEG", "jpg", "image/jpeg");

    /** For people: what may be sent. */
    public static final String ACCEPTED =
            "PDF, Word (.docx), Excel (.xlsx), PowerPoint (.pptx), LibreOffice (.odt, .ods)," + " image PNG ou JPEG";

    /** For the file field of a form. */
    public static final String ACCEPT = ".pdf,.docx,.xlsx,.pptx,.odt,.ods,.png,.jpg,.jpeg";

    private final String label;
    private final String extension;
    private final String mediaType;

    FileFormat(String label, String extension, String mediaType) {
        this.label = label;
        this.extension = extension;
        this.mediaType = mediaType;
    }

    public String label() {
        return label;
    }

    /** Without dot. */
    public String extension() {
        return extension;
    }

    public String mediaType() {
        return mediaType;
    }

    public boolean isImage() {
        return this == PNG || this == JPEG;
    }
}
