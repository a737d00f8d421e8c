/// Diagnosis codes of ICD-10-CM and procedure codes of ICD-10-PCS, by where they occur.
struct Diagnoses: Sendable {
    let general = WordList(
        """
        E119, E1165, E1140, E1122, E785, E039, E669, E6601, I10, I2510, I509, I4891, I639, J069,
        J45909, J449, J029, J209, J189, J309, J0190, K219, K5900, K529, K5730, N390, N189, N179,
        N186, M5450, M25561, M25562, M542, M7989, M1711, R059, R079, R0602, R109, R519, R5383, R42,
        R300, R55, L309, L0390, B349, B182, A0472, H6690, H109, F329, F411, F419, F1020, F1120,
        F1110, F17210, F209, F319, G4700, G4733, G43909, D649, D509, D72829, S93401A, S0990XA,
        S61411A, T7840XA, Z5900, Z5901, Z5941, Z560, Z602, Z653, Z794, Z7901, Z79899, Z87891, Z6841,
        Z8673
        """)
    let behavioral = WordList(
        """
        F329, F331, F332, F411, F419, F4310, F4312, F4323, F319, F3181, F209, F259, F1020, F1120,
        F1110, F1420, F1520, F902, F909, F840, F410, F422, F509, F603, F39
        """)
    /// The first code of a community partner's claims.
    let partnerFirst = WordList("Z029, Z139")
    let partnerOther = WordList(
        """
        Z5900, Z5901, Z5902, Z5941, Z560, Z602, Z6372, Z653, Z6820, F329, F1120, F209, E119, I10,
        J449, Z5989, Z751
        """)
    let dental = WordList("K029, K0262, K0263, K047, K036, K0381, K08109, K0511, Z0120, Z0121")
    let orthodontic = WordList("M264, M2631, M2632, M2629")
    let renal = WordList("N186, D631, Z992, I120, E1122, N2581, Z9115, E875")
    let externalCauses = WordList("W19XXXA, W010XXA, W108XXA, X58XXXA, W228XXA")
    let procedures = WordList(
        """
        0DTJ4ZZ, 0FT44ZZ, 027034Z, 5A1935Z, 30233N1, 0DB68ZX, 0BJ08ZZ, GZ3ZZZZ, HZ2ZZZZ, 0SR9019,
        0SRC0J9, 02HV33Z, 0W9G3ZX, 3E0G76Z
        """)
    /// Diagnosis-related groups, three digits each.
    let groups: StaticString = "190193194195280291292308312378392440470603638641690812871885897"
}
