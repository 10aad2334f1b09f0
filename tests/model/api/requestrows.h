// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>

namespace sightglass::test {

// Tables of their own, because moc cannot read raw strings.

/// A request and the very bytes of its "data", and of what stands behind that.
struct AnswerRow
{
    const char *name;
    const char *request;
    const char *data;
    const char *behind = "";
};
[[nodiscard]] std::span<const AnswerRow> answerRows();

/// A request and why it is not answered.
struct RefusalRow
{
    const char *name;
    const char *request;
    int code;
    const char *type;
    const char *error;
};
[[nodiscard]] std::span<const RefusalRow> refusalRows();

/// A request and something of its answer.
struct DocumentRow
{
    const char *name;
    const char *request;
    int code;
    const char *has;
};
[[nodiscard]] std::span<const DocumentRow> documentRows();

/// An expression and its tree.
struct TreeRow
{
    const char *name;
    const char *query;
    const char *tree;
};
[[nodiscard]] std::span<const TreeRow> treeRows();

} // namespace sightglass::test
