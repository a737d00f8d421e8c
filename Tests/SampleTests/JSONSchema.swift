import Foundation

/// A validator for as much of JSON Schema 2020-12 as our schemas use; refuses other keywords.
struct JSONSchema {
    struct UnknownKeyword: Error { let name: String }

    private let root: [String: Any]

    private static let keywords: Set = [
        "$schema", "$id", "$defs", "$ref", "title", "description", "type", "const", "enum",
        "properties", "required", "additionalProperties", "items", "minItems", "maxItems",
        "minLength", "pattern", "minimum", "allOf", "oneOf", "if", "then",
    ]

    init(_ text: String) throws {
        let document = try JSONSerialization.jsonObject(with: Data(text.utf8))
        root = document as? [String: Any] ?? [:]
        try check(root)
    }

    /// Throws for a keyword that would be passed over.
    private func check(_ schema: [String: Any]) throws {
        for (keyword, value) in schema {
            guard Self.keywords.contains(keyword) else { throw UnknownKeyword(name: keyword) }
            switch keyword {
            case "properties", "$defs":
                for inner in (value as? [String: [String: Any]] ?? [:]).values { try check(inner) }
            case "allOf", "oneOf":
                for inner in value as? [[String: Any]] ?? [] { try check(inner) }
            case "items", "if", "then": try check(value as? [String: Any] ?? [:])
            default: break
            }
        }
    }

    /// What of a value does not keep the schema, each with its place in the value.
    func problems(of value: Any) -> [String] { problems(value, root, "") }

    private func problems(_ value: Any, _ schema: [String: Any], _ place: String) -> [String] {
        var found: [String] = []
        if let name = (schema["$ref"] as? String)?.split(separator: "/").last {
            let definitions = root["$defs"] as? [String: [String: Any]] ?? [:]
            guard let definition = definitions[String(name)] else {
                return ["\(name) is undefined"]
            }
            found += problems(value, definition, place)
        }
        if !isType(value, schema["type"]) { found.append("\(place): is of another type") }
        if let constant = schema["const"], !isEqual(value, constant) {
            found.append("\(place): is not \(constant)")
        }
        if let allowed = schema["enum"] as? [Any], !allowed.contains(where: { isEqual(value, $0) })
        {
            found.append("\(place): is none of \(allowed)")
        }
        found += combinations(value, schema, place)
        switch value {
        case let object as [String: Any]: found += members(object, schema, place)
        case let array as [Any]: found += elements(array, schema, place)
        case let text as String: found += characters(text, schema, place)
        case let number as NSNumber:
            if let minimum = schema["minimum"] as? Double, number.doubleValue < minimum {
                found.append("\(place): is less than \(minimum)")
            }
        default: break
        }
        return found
    }

    private func combinations(
        _ value: Any, _ schema: [String: Any], _ place: String
    ) -> [String] {
        var found: [String] = []
        for inner in schema["allOf"] as? [[String: Any]] ?? [] {
            found += problems(value, inner, place)
        }
        if let choices = schema["oneOf"] as? [[String: Any]],
            choices.count(where: { problems(value, $0, place).isEmpty }) != 1
        {
            found.append("\(place): is not exactly one of \(choices.count)")
        }
        if let condition = schema["if"] as? [String: Any],
            let consequence = schema["then"] as? [String: Any],
            problems(value, condition, place).isEmpty
        {
            found += problems(value, consequence, place)
        }
        return found
    }

    private func members(
        _ object: [String: Any], _ schema: [String: Any], _ place: String
    ) -> [String] {
        let properties = schema["properties"] as? [String: [String: Any]] ?? [:]
        var found: [String] = []
        for name in schema["required"] as? [String] ?? [] where object[name] == nil {
            found.append("\(place): has no \(name)")
        }
        for (name, value) in object {
            if let property = properties[name] {
                found += problems(value, property, "\(place)/\(name)")
            } else if schema["additionalProperties"] as? Bool == false {
                found.append("\(place): has \(name)")
            }
        }
        return found
    }

    private func elements(_ array: [Any], _ schema: [String: Any], _ place: String) -> [String] {
        var found: [String] = []
        if array.count < schema["minItems"] as? Int ?? 0 { found.append("\(place): is too short") }
        if array.count > schema["maxItems"] as? Int ?? .max {
            found.append("\(place): is too long")
        }
        guard let items = schema["items"] as? [String: Any] else { return found }
        for (index, value) in array.enumerated() {
            found += problems(value, items, "\(place)/\(index)")
        }
        return found
    }

    private func characters(_ text: String, _ schema: [String: Any], _ place: String) -> [String] {
        if text.count < schema["minLength"] as? Int ?? 0 { return ["\(place): is empty"] }
        guard let pattern = schema["pattern"] as? String,
            text.range(of: pattern, options: .regularExpression) == nil
        else { return [] }
        return ["\(place): does not match \(pattern)"]
    }

    private func isType(_ value: Any, _ type: Any?) -> Bool {
        switch type {
        case let names as [String]: names.contains { isType(value, $0) }
        case let name as String:
            switch name {
            case "object": value is [String: Any]
            case "array": value is [Any]
            case "string": value is String
            case "null": value is NSNull
            case "boolean": isBoolean(value)
            case "integer": !isBoolean(value) && value is Int
            case "number": !isBoolean(value) && value is NSNumber
            default: false
            }
        default: true
        }
    }

    private func isBoolean(_ value: Any) -> Bool {
        guard let number = value as? NSNumber else { return false }
        return String(cString: number.objCType) == "c"
    }

    private func isEqual(_ left: Any, _ right: Any) -> Bool {
        (left as? NSObject).map { $0.isEqual(right) } ?? false
    }
}
