import Mustache

/// What a template is filled with: only markup that is already safe, so no template can forget to escape.
struct Model: MustacheParent, ExpressibleByDictionaryLiteral {
    enum Value {
        case text(String)
        case number(Int)
        case html(HTML)
        case flag(Bool)
        case list([Model])
        case one(Model?)
    }

    private var values: [String: Value]

    init(dictionaryLiteral elements: (String, Value)...) {
        values = Dictionary(elements) { _, last in last }
    }

    subscript(name: String) -> Value? {
        get { values[name] }
        set { values[name] = newValue }
    }

    func child(named name: String) -> Any? {
        switch values[name] {
        case .text(let text): HTML(escaping: text)
        case .number(let number): HTML(stringLiteral: String(number))
        case .html(let html): html
        case .flag(let flag): flag
        case .list(let models): models
        case .one(let model): model ?? false
        // Not found here: the template looks in what is around.
        case nil: nil
        }
    }
}
