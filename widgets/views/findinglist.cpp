// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/findinglist.h"

#include "model/presentation/displaytext.h"
#include "model/presentation/findingtext.h"
#include "widgets/editors/promqlcolors.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace sightglass {

namespace {

constexpr qsizetype longestMend = 90;

QString markOf(FindingSeverity severity)
{
    return severity == FindingSeverity::Advice ? QStringLiteral("ℹ") : QStringLiteral("▲");
}

} // namespace

FindingList::FindingList(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_layout(new QVBoxLayout(this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(3);
    setVisible(false);
}

void FindingList::setTheme(const Theme &theme)
{
    m_theme = theme;
    rebuild();
}

void FindingList::setFindings(const std::vector<Finding> &findings)
{
    const auto same = [](const Finding &a, const Finding &b) {
        return a.kind == b.kind && a.span == b.span && a.arguments == b.arguments && a.mends == b.mends;
    };
    // A button that is pressed while data tick must not be made anew under the pointer.
    if (std::equal(findings.begin(), findings.end(), m_findings.begin(), m_findings.end(), same))
        return;
    m_findings = findings;
    rebuild();
}

void FindingList::rebuild()
{
    while (QLayoutItem *item = m_layout->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    for (std::size_t i = 0; i < m_findings.size() && i < mostFindings; ++i)
        m_layout->addWidget(rowFor(m_findings[i]));
    setVisible(!m_findings.empty());
}

QWidget *FindingList::rowFor(const Finding &finding)
{
    auto *row = new QWidget(this);
    auto *layout = new QVBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(3);
    auto *line = new QHBoxLayout;
    line->setSpacing(6);
    auto *mark = new QLabel(markOf(finding.severity), row);
    QPalette colored = palette();
    colored.setColor(QPalette::WindowText, findingColor(finding.severity, m_theme));
    mark->setPalette(colored);
    auto *text = new QLabel(findingDisplayText(finding), row);
    text->setObjectName(QStringLiteral("findingText"));
    text->setTextFormat(Qt::PlainText);
    text->setWordWrap(true);
    text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    QPalette plain = palette();
    plain.setColor(QPalette::WindowText, m_theme.text);
    text->setPalette(plain);
    line->addWidget(mark, 0, Qt::AlignTop);
    line->addWidget(text, 1);
    layout->addLayout(line);
    for (std::size_t i = 0; i < finding.mends.size() && i < mostMends; ++i) {
        const Mend &mend = finding.mends[i];
        const QString written = displayText(mend.replacement, longestMend).trimmed();
        auto *button =
            new QPushButton(tr("Use  %1").arg(QString(written).replace(u'&', QStringLiteral("&&"))), row);
        button->setObjectName(QStringLiteral("mend"));
        button->setToolTip(plainToolTip(displayText(mend.replacement, 2000)));
        button->setCursor(Qt::PointingHandCursor);
        connect(button, &QPushButton::clicked, this, [this, mend] { emit mendChosen(mend); });
        auto *indented = new QHBoxLayout;
        indented->setContentsMargins(20, 0, 0, 0);
        indented->addWidget(button);
        indented->addStretch(1);
        layout->addLayout(indented);
    }
    return row;
}

} // namespace sightglass
