// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/presentation/catalogsource.h"
#include "tests/model/assist/assiststore.h"
#include "widgets/editing/fieldeditor.h"
#include "widgets/editing/paneleditor.h"

#include <QSize>
#include <QString>

#include <memory>

class QLineEdit;

namespace sightglass::test {

/// A panel's editor in a window, on a store with the metric "load" of two jobs, api and web.
struct Desk
{
    explicit Desk(PanelSpec panel, QSize size = QSize(1200, 800), const Theme &theme = darkTheme());
    ~Desk();

    AssistStore store;
    std::shared_ptr<QueryPool> pool;
    CatalogSource catalog;
    std::unique_ptr<PanelEditor> editor;
};

/// A time series of that metric.
[[nodiscard]] PanelSpec loadPanel();

[[nodiscard]] QLineEdit *lineOf(const FieldEditor *editor);
/// As a user does; a test that fails where there is no such choice.
void choose(const FieldEditor *editor, const QString &text);

} // namespace sightglass::test
