/// Why a label could not be found.
public enum LabelError: Error, Equatable {
    case unknownLocale(String)
    case unknownKey(String)
}

/// Interface labels by locale, then by key.
public struct LabelCatalogue: Equatable, Sendable {
    private let labels: [String: [String: String]]

    /// Takes labels grouped by locale, such as `["en": ["save": "Save"]]`.
    public init(_ labels: [String: [String: String]]) {
        self.labels = labels
    }

    /// The label for `key` in exactly this locale.
    public func label(_ key: String, locale: String) throws -> String {
        guard let table = labels[locale] else { throw LabelError.unknownLocale(locale) }
        guard let label = table[key] else { throw LabelError.unknownKey(key) }
        return label
    }

    /// The label for `key`, or the key itself, so that a screen always has something to show.
    public func display(_ key: String, locale: String) -> String {
        let table = labels[locale] ?? [:]
        return table[key] ?? key
    }

    /// The language part of a locale, such as `"pt"` of `"pt-BR"`.
    public static func language(of locale: String) -> String {
        guard let language = locale.split(separator: "-").first else { return "" }
        return String(language)
    }

    /// The keys `locale` still lacks next to `reference`, in alphabetical order.
    public func missingKeys(in locale: String, comparedTo reference: String) throws -> [String] {
        guard let expected = labels[reference] else { throw LabelError.unknownLocale(reference) }
        let present = labels[locale] ?? [:]
        return expected.keys.filter { present[$0] == nil }.sorted()
    }

    /// Keys by label, to search by what is on screen; of equal labels the first key in the alphabet wins.
    public func keysByLabel(locale: String) -> [String: String] {
        let entries = (labels[locale] ?? [:]).sorted { $0.key < $1.key }
        return Dictionary(entries.map { ($0.value, $0.key) }, uniquingKeysWith: { first, _ in first })
    }

    /// The label cut or filled with dots to exactly `width` characters; none for a negative width.
    public func column(_ key: String, locale: String, width: Int) -> String {
        guard width >= 0 else { return "" }
        let label = display(key, locale: locale).prefix(width)
        return label + String(repeating: ".", count: width - label.count)
    }
}
