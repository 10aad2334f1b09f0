// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/assist/signaturehelp.h"

#include "model/assist/cursorcontext.h"
#include "parser/promql/functions.h"

#include <algorithm>

namespace sightglass {

std::optional<SignatureHelp> signatureAt(std::string_view query, std::size_t cursor)
{
    const CursorContext context = cursorContext(query, cursor);
    if (context.function.empty())
        return std::nullopt;
    const WordDoc *doc = findWordDoc(context.function);
    if (doc == nullptr || doc->kind == WordKind::Keyword)
        return std::nullopt;
    SignatureHelp help;
    help.doc = doc;
    help.parameters = parametersOf(*doc);
    help.active = context.argument;
    if (!help.parameters.empty() && help.parameters.back().repeated)
        help.active = std::min(help.active, help.parameters.size() - 1);
    if (const auto *signature = promql::findFunction(doc->word);
        signature != nullptr && doc->kind == WordKind::Function)
        help.result = signature->result;
    return help;
}

} // namespace sightglass
