// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/doctor/findingdetail.h"

#include "model/presentation/displaytext.h"
#include "model/presentation/pagefindingtext.h"
#include "widgets/doctor/doctorstyle.h"
#include "widgets/style/stylesheets.h"

#include <QCheckBox>
#include <QFontDatabase>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace sightglass {

FindingDetail::FindingDetail(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_head(addText("findingHead"))
    , m_text(addText("findingText"))
    , m_excerpt(addText("findingExcerpt"))
    , m_excerptArea(new QScrollArea(this))
    , m_consequenceCaption(addText("findingCaption"))
    , m_consequence(addText("findingConsequence"))
    , m_remedyCaption(addText("findingCaption"))
    , m_remedy(addText("findingRemedy"))
    , m_approved(new QCheckBox(tr("It is to stay: &approve"), this))
    , m_copy(new QPushButton(tr("Copy"), this))
{
    m_excerpt->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_excerpt->setWordWrap(false);
    m_excerptArea->setWidget(m_excerpt);
    m_excerptArea->setWidgetResizable(true);
    m_excerptArea->setFrameShape(QFrame::NoFrame);
    m_excerptArea->setObjectName(QStringLiteral("excerptArea"));
    m_excerptArea->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_excerptArea->setFixedHeight(2 * QFontMetrics(m_excerpt->font()).height() + 22);
    m_consequenceCaption->setText(tr("What Prometheus does"));
    m_remedyCaption->setText(tr("How to mend it"));
    m_approved->setObjectName(QStringLiteral("approveFinding"));
    m_approved->setToolTip(
        tr("Findings like this one, of the same rule about the same metric, count no more (A)"));
    m_copy->setObjectName(QStringLiteral("copyFinding"));
    m_copy->setToolTip(tr("Copy the finding as text (Ctrl+C)"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 10, 12, 10);
    layout->setSpacing(4);
    layout->addWidget(m_head);
    layout->addWidget(m_text);
    layout->addSpacing(2);
    layout->addWidget(m_excerptArea);
    layout->addSpacing(4);
    for (QLabel *label : {m_consequenceCaption, m_consequence, m_remedyCaption, m_remedy})
        layout->addWidget(label);
    layout->addSpacing(4);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_approved);
    buttons->addStretch(1);
    buttons->addWidget(m_copy);
    layout->addLayout(buttons);
    connect(m_approved, &QCheckBox::toggled, this, &FindingDetail::approvalToggled);
    connect(m_copy, &QPushButton::clicked, this, &FindingDetail::copyRequested);
    applyTheme();
    hide();
}

QLabel *FindingDetail::addText(const char *name)
{
    auto *label = new QLabel(this);
    label->setObjectName(QLatin1String(name));
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

void FindingDetail::setTheme(const Theme &theme)
{
    m_theme = theme;
    applyTheme();
}

void FindingDetail::applyTheme()
{
    setTextColor(m_head, severityColor(m_severity, m_theme));
    for (QLabel *caption : {m_consequenceCaption, m_remedyCaption})
        setTextColor(caption, m_theme.textMuted);
    QFont bold = font();
    bold.setBold(true);
    m_text->setFont(bold);
    QFont small = font();
    small.setPointSizeF(small.pointSizeF() * 0.9);
    for (QLabel *label : {m_head, m_consequenceCaption, m_remedyCaption})
        label->setFont(small);
    m_excerptArea->setStyleSheet(QStringLiteral("#excerptArea,#findingExcerpt{background:%1}"
                                                "#findingExcerpt{padding:6px 8px}")
                                     .arg(m_theme.surface.name()) +
                                 slimScrollBars(m_theme));
}

void FindingDetail::setFinding(const PageFinding *finding, std::string_view body)
{
    setVisible(finding != nullptr);
    if (finding == nullptr)
        return;
    m_severity = finding->severity();
    QStringList head{
        severityText(m_severity),
        QString::fromLatin1(finding->rule->id.data(), static_cast<qsizetype>(finding->rule->id.size()))};
    if (!finding->metric.empty())
        head << displayText(finding->metric, 120);
    if (finding->position.line > 0)
        head << tr("line %1, column %2").arg(finding->position.line).arg(finding->position.column);
    m_head->setText(head.join(QStringLiteral("  ·  ")));
    m_text->setText(pageFindingText(*finding));
    const QString excerpt = pageFindingExcerpt(*finding, body);
    m_excerpt->setText(excerpt);
    m_excerptArea->setVisible(!excerpt.isEmpty());
    m_consequence->setText(pageFindingConsequence(*finding));
    m_remedy->setText(pageFindingRemedy(*finding));
    const QSignalBlocker blocker(m_approved);
    m_approved->setChecked(finding->approved);
    applyTheme();
}

} // namespace sightglass
