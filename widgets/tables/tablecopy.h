// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QTableView;

namespace sightglass {

/// Lets the selected rows of a table be copied, by Ctrl+C and from its context menu: a line each, the shown
/// texts with tabs between. The menu goes on with the actions of the widgets around the table.
void makeCopyable(QTableView *table);

} // namespace sightglass
