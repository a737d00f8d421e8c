// libxml2 as the system has it (Debian: libxml2-dev).
#include <libxml/xmlversion.h>

// Where libxml2 converts by ICU its headers bring those of ICU, which Foundation has of its own. They
// change one type alone, of which Swift sees no more than the address.
#undef LIBXML_ICU_ENABLED

#include <libxml/catalog.h>
#include <libxml/encoding.h>
#include <libxml/parser.h>
#include <libxml/xmlerror.h>
#include <libxml/xmlschemas.h>
#include <libxml/xmlschemastypes.h>
