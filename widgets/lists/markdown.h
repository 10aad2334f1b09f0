// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringView>

namespace sightglass {

/// Markdown as GitHub writes it (tables, ~~struck~~, addresses that are links, lists of tasks) as HTML that
/// safeHtml() left. Takes linear time, also for what nests without end; a text whose HTML grows beyond
/// bounds (references that repeat a long address) ends there. QTextDocument::setMarkdown() is not used: for a
/// table of 12 x 200 cells it takes minutes, where its HTML is read in milliseconds.
[[nodiscard]] QString safeMarkdown(QStringView markdown);

} // namespace sightglass
