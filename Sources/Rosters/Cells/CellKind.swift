/// What a column holds, by the name of its type in the `fields` file of the layouts.
enum CellKind: UInt8, Sendable {
    case text, number, money, date, code, flag, phone, email, zip, state, memberId, pid, pidsl, npi

    /// Any text where the type is one that we have no check for.
    init(type: String) {
        self =
            switch type {
            case "number": .number
            case "money": .money
            case "date": .date
            case "code": .code
            case "flag": .flag
            case "phone": .phone
            case "email": .email
            case "zip": .zip
            case "state": .state
            case "memberId": .memberId
            case "pid": .pid
            case "pidsl": .pidsl
            case "npi": .npi
            default: .text
            }
    }
}
