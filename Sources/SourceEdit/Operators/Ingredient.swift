/// A name that code at some place can use: a value, or a function with what it takes and gives.
package struct Ingredient: Sendable, Hashable {
    /// How far away it is declared, nearest first.
    package enum Origin: Int, Sendable, Comparable {
        case local, parameter, member, file, module

        package static func < (a: Origin, b: Origin) -> Bool { a.rawValue < b.rawValue }
    }

    package struct Parameter: Sendable, Hashable {
        package var label: String?
        package var name: String
        package var type: String?
        package var hasDefault = false
        package var isVariadic = false
    }

    package var name: String
    /// Of the value, or of what the function returns, in the spelling of `TypeText.normal`; nil where syntax does not tell.
    package var type: String?
    package var origin: Origin
    package var isMutable = false
    package var isStatic = false
    /// Nil for values.
    package var parameters: [Parameter]?
    /// Generic functions have a return type that says little elsewhere.
    package var isGeneric = false
    /// What a variable is declared with, where that is a plain value.
    package var initial: String?
    /// Whether a variable is declared with a value, whatever it is.
    package var hasValue = false
    package var isComputed = false
    /// File that declares it, relative to the package root.
    package var path = ""

    package init(name: String, type: String?, origin: Origin, isMutable: Bool = false) {
        self.name = name
        self.type = type
        self.origin = origin
        self.isMutable = isMutable
    }
}
