// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <string_view>

namespace sightglass {

/// Metric text as it is safe to show: UTF-8 decoded with U+FFFD for what is not UTF-8, control characters as
/// PromQL's strings write them (\n, \t, \x1b: their pictures at U+2400 are in few fonts), bidirectional and
/// other invisible formatting characters as their code point in ⟨…⟩, cut to `maxLength` characters with an ellipsis. The result is plain text and must be shown as such.
[[nodiscard]] QString displayText(std::string_view text, qsizetype maxLength = 300);
[[nodiscard]] QString displayText(const QString &text, qsizetype maxLength = 300);

/// Plain text as a tool tip: Qt guesses rich text there, so the text gets escaped, and keeps its line breaks.
[[nodiscard]] QString plainToolTip(const QString &text);

} // namespace sightglass
