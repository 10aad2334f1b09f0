// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/widgets/editing/editordesk.h"

#include "model/editing/newpanels.h"

#include <QApplication>
#include <QComboBox>
#include <QLineEdit>
#include <QTest>

#include <utility>

namespace sightglass::test {

Desk::Desk(PanelSpec panel, QSize size, const Theme &theme)
    : pool(std::make_shared<QueryPool>(1))
    , catalog(pool)
{
    for (const char *job : {"api", "web"})
        store.add(Labels({{"__name__", "load"}, {"job", job}}), 3, job[0] == 'a' ? 0.5 : 0.2);
    catalog.setSnapshot(store.snapshot());
    editor = std::make_unique<PanelEditor>(
        EditingContext{pool, &catalog, QueryEngine(), promql::Features(), 1000}, theme);
    QPalette palette = theme.palette();
    palette.setColor(QPalette::Window, theme.window);
    editor->setPalette(palette);
    editor->setAutoFillBackground(true);
    editor->resize(size);
    editor->setPanel(std::move(panel));
    editor->show();
    QApplication::setActiveWindow(editor.get());
    PanelTime time;
    time.range = {AssistStore::now - 60'000, AssistStore::now};
    time.scrapeIntervalMs = 1000;
    editor->setShownTime(time);
    editor->refresh({store.snapshot(), time});
}

Desk::~Desk()
{
    editor.reset();
}

PanelSpec loadPanel()
{
    PanelSpec panel = newPanel(PanelType::TimeSeries);
    panel.id = "1";
    panel.title = "Load";
    panel.queries.front().expr = "load";
    panel.queries.front().legend = "{{job}}";
    return panel;
}

QLineEdit *lineOf(const FieldEditor *editor)
{
    return editor->findChild<QLineEdit *>();
}

void choose(const FieldEditor *editor, const QString &text)
{
    auto *box = editor->findChild<QComboBox *>();
    const int at = box->findText(text);
    QVERIFY2(at >= 0, qPrintable(text));
    box->setCurrentIndex(at);
    emit box->activated(at);
}

} // namespace sightglass::test
