import Incident

/// The image before and after.
enum ImagesView {
    static func html(_ runtime: RuntimeData) -> HTML {
        let isSame = runtime.imageBefore.digest == runtime.imageAfter.digest
        let change = isSame ? Badge.html("kept", "=", "unchanged") : Badge.html("changed", "↩", "changed")
        return """
            <div class="halves">\(card("Before", runtime.imageBefore, ""))\(card("After", runtime.imageAfter, change))</div>
            """
    }

    private static func card(_ title: String, _ image: RuntimeData.Image, _ badge: HTML) -> HTML {
        let reference: HTML =
            image.reference.isEmpty
            ? "" : "<div><dt>Reference</dt><dd><code>\(Visible.line(image.reference))</code></dd></div>"
        return """
            <div class="card"><h3>\(title) \(badge)</h3><dl class="facts">\(reference)<div><dt>Digest or name</dt>\
            <dd><code>\(Visible.line(image.digest))</code></dd></div></dl></div>
            """
    }
}
