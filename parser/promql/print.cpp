// SPDX-License-Identifier: GPL-3.0-or-later
#include "parser/promql/print.h"

#include "parser/promql/exprprinter.h"

#include <utility>

namespace sightglass::promql {

std::string printExpr(const Expr &expr)
{
    ExprPrinter printer;
    printer.print(expr);
    return std::move(printer).text();
}

} // namespace sightglass::promql
