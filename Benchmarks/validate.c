/* What libxml2 itself takes to read a document in pieces and validate it, with nothing done about it:
   the measure that `scripts/bench` compares the reading of referrals with.

   validate SCHEMA FILE */
#include <libxml/parser.h>
#include <libxml/xmlschemas.h>
#include <stdio.h>

static void begin(void *context, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri,
                  int namespaces, const xmlChar **values, int attributes, int defaulted,
                  const xmlChar **all) {
    ++*(long *)context;
}

int main(int count, char **arguments) {
    if (count != 3) return 64;
    xmlSchemaParserCtxtPtr grammar = xmlSchemaNewParserCtxt(arguments[1]);
    xmlSchemaPtr schema = xmlSchemaParse(grammar);
    FILE *file = fopen(arguments[2], "rb");
    if (!schema || !file) return 66;
    static char piece[1 << 16];
    long elements = 0;
    xmlSAXHandler handler = {0};
    handler.initialized = XML_SAX2_MAGIC;
    handler.startElementNs = begin;
    xmlSAXHandlerPtr used = &handler;
    void *data = &elements;
    xmlSchemaValidCtxtPtr validation = xmlSchemaNewValidCtxt(schema);
    xmlSchemaSAXPlugPtr plug = xmlSchemaSAXPlug(validation, &used, &data);
    xmlParserCtxtPtr parser = xmlCreatePushParserCtxt(used, data, NULL, 0, NULL);
    xmlCtxtUseOptions(parser, XML_PARSE_NONET | XML_PARSE_HUGE);
    size_t read;
    while ((read = fread(piece, 1, sizeof piece, file)) > 0)
        xmlParseChunk(parser, piece, (int)read, 0);
    xmlParseChunk(parser, piece, 0, 1);
    int isValid = parser->wellFormed && xmlSchemaIsValid(validation) == 1;
    xmlSchemaSAXUnplug(plug);
    fprintf(stderr, "%ld elements, %s\n", elements, isValid ? "valid" : "not valid");
    return isValid ? 0 : 1;
}
