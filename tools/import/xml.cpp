// SPDX-License-Identifier: MIT
#include "xml.hpp"

#include <expat.h>

#include <exception>
#include <memory>
#include <type_traits>

#include "hisalary/error.hpp"

namespace hisalary::import {
namespace {

constexpr std::size_t deepest = 64;

struct FreeParser {
  void operator()(XML_Parser parser) const noexcept { XML_ParserFree(parser); }
};
using Parser = std::unique_ptr<std::remove_pointer_t<XML_Parser>, FreeParser>;

/// What expat calls back into. Nothing may be thrown through it: an error is kept, and the parser stopped.
struct Callbacks {
  XML_Parser parser;
  XmlHandler* handler;
  std::size_t depth = 0;
  std::exception_ptr error;

  template <class F> void call(F&& f) noexcept {
    try {
      if (!error) {
        f();
      }
    } catch (...) {
      error = std::current_exception();
      XML_StopParser(parser, XML_FALSE);
    }
  }
};

Callbacks& of(void* data) { return *static_cast<Callbacks*>(data); }

std::string_view local(const char* name) {
  const std::string_view whole(name);
  return whole.substr(whole.rfind(':') + 1);  // npos + 1 is 0
}

void on_start(void* data, const char* name, const char** attributes) {
  Callbacks& to = of(data);
  to.call([&] {
    if (++to.depth > deepest) {
      throw Error(ErrorCode::BadData, "elements are nested more than 64 deep", "no workbook of BLS has such");
    }
    XmlHandler::Attributes found;
    for (; *attributes != nullptr; attributes += 2) {
      found.emplace(local(attributes[0]), attributes[1]);
    }
    to.handler->start(local(name), found);
  });
}

void on_end(void* data, const char* name) {
  Callbacks& to = of(data);
  to.call([&] {
    --to.depth;
    to.handler->end(local(name));
  });
}

void on_text(void* data, const char* text, int size) {
  Callbacks& to = of(data);
  to.call([&] { to.handler->text({text, static_cast<std::size_t>(size)}); });
}

void on_document_type(void* data, const char*, const char*, const char*, int) {
  of(data).call([] {
    throw Error(ErrorCode::BadData, "the XML declares a document type",
                "no workbook of BLS does; is it the right file?");
  });
}

}  // namespace

void parse_xml(const Archive& archive, const std::string& member, XmlHandler& handler) {
  const Parser parser(XML_ParserCreate(nullptr));
  if (!parser) {
    throw std::bad_alloc();
  }
  Callbacks callbacks{parser.get(), &handler, 0, nullptr};
  XML_SetUserData(parser.get(), &callbacks);
  XML_SetElementHandler(parser.get(), on_start, on_end);
  XML_SetCharacterDataHandler(parser.get(), on_text);
  XML_SetStartDoctypeDeclHandler(parser.get(), on_document_type);

  bool well_formed = true;
  archive.read(member, [&](std::string_view bytes) {
    well_formed = XML_Parse(parser.get(), bytes.data(), static_cast<int>(bytes.size()), 0) == XML_STATUS_OK;
    return well_formed;
  });
  well_formed = well_formed && XML_Parse(parser.get(), "", 0, 1) == XML_STATUS_OK;
  if (callbacks.error) {
    try {
      std::rethrow_exception(callbacks.error);
    } catch (const Error& error) {
      throw Error(error.code(), archive.name() + ": " + error.what(), error.hint(), archive.name());
    }
  }
  if (!well_formed) {
    throw Error(ErrorCode::BadData,
                archive.name() + ": " + member + " is not XML: " + XML_ErrorString(XML_GetErrorCode(parser.get())),
                "the workbook is damaged; download it again from https://www.bls.gov/oes/tables.htm");
  }
}

}  // namespace hisalary::import
