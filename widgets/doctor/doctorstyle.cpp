// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/doctor/doctorstyle.h"

#include "widgets/style/plaintable.h"
#include "widgets/style/stylesheets.h"

#include <QHeaderView>
#include <QLabel>
#include <QTableView>

namespace sightglass {

QString tableStyle(const Theme &theme)
{
    return QStringLiteral("QAbstractItemView{background:%1;border:0;selection-background-color:%2;"
                          "selection-color:%3;outline:0}"
                          "QAbstractItemView::item{border:0;padding:2px 8px}"
                          "QHeaderView{background:%4}"
                          "QHeaderView::section{background:%4;color:%5;border:0;border-bottom:1px solid %6;"
                          "padding:4px 8px}")
               .arg(theme.surface.name(), theme.track.name(), theme.text.name(), theme.surfaceRaised.name(),
                    theme.textMuted.name(), theme.border.name()) +
           slimScrollBars(theme);
}

QColor severityColor(DiagnosticSeverity severity, const Theme &theme)
{
    switch (severity) {
    case DiagnosticSeverity::Rejected:
        return theme.semantic(SemanticColor::Critical);
    case DiagnosticSeverity::Wrong:
        return theme.semantic(SemanticColor::Warning);
    case DiagnosticSeverity::Advice:
        break;
    }
    return theme.semantic(SemanticColor::Info);
}

void prepareTable(QTableView *table)
{
    makePlain(table, 8);
    table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
}

void setTextColor(QLabel *label, const QColor &color)
{
    label->setStyleSheet(QStringLiteral("color:%1").arg(color.name()));
}

} // namespace sightglass
