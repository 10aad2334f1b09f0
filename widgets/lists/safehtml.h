// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringView>
#include <QUrl>

namespace sightglass {

/// Longer texts of a text panel are cut; in characters.
inline constexpr qsizetype longestPanelText = 64 * 1024;

/// HTML with what formats text and nothing else: paragraphs, headings, lists, tables, links, simple styles.
/// What runs, frames, embeds, fetches or asks for input is gone, with its content where that is no text;
/// pictures become their alternative text. Of attributes a link's address stays (see isSafeLink()), and
/// colour, size, weight and alignment of text, and where a list begins to count, whose numbers are text then.
/// Unknown tags are dropped, their content stays. Nesting is
/// bounded, and so are the length and the items of lists.
[[nodiscard]] QString safeHtml(QStringView html, qsizetype longest = longestPanelText);

/// Absolute http, https and mailto addresses.
[[nodiscard]] bool isSafeLink(const QUrl &url);

} // namespace sightglass
