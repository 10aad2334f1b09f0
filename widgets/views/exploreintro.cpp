// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/exploreintro.h"

#include "model/presentation/displaytext.h"
#include "widgets/editors/promqlcolors.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace sightglass {

namespace {

QString kindText(SuggestedQuery::Kind kind)
{
    switch (kind) {
    case SuggestedQuery::Kind::Rate:
        return ExploreIntro::tr("How often: the rate of a counter");
    case SuggestedQuery::Kind::Value:
        return ExploreIntro::tr("How much: a gauge as it is");
    case SuggestedQuery::Kind::Quantile:
        return ExploreIntro::tr("How slow: a quantile of a histogram");
    case SuggestedQuery::Kind::Heatmap:
        return ExploreIntro::tr("How spread: the buckets of a histogram");
    case SuggestedQuery::Kind::Average:
        return ExploreIntro::tr("On average: sum by count");
    case SuggestedQuery::Kind::Quantiles:
        return ExploreIntro::tr("The quantiles of a summary");
    case SuggestedQuery::Kind::Labels:
        return ExploreIntro::tr("What the labels say");
    }
    return {};
}

} // namespace

ExploreIntro::ExploreIntro(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_headline(new QLabel(tr("Ask your metrics anything"), this))
    , m_details(new QLabel(this))
    , m_list(new QVBoxLayout)
{
    QFont font = m_headline->font();
    font.setPointSizeF(font.pointSizeF() * 1.6);
    m_headline->setFont(font);
    m_headline->setAlignment(Qt::AlignCenter);
    m_details->setAlignment(Qt::AlignCenter);
    m_details->setWordWrap(true);
    m_details->setTextFormat(Qt::PlainText);
    m_details->setForegroundRole(QPalette::PlaceholderText);
    m_list->setSpacing(8);
    auto *layout = new QVBoxLayout(this);
    layout->addStretch(2);
    layout->addWidget(m_headline);
    layout->addSpacing(8);
    layout->addWidget(m_details);
    layout->addSpacing(20);
    layout->addLayout(m_list);
    layout->addStretch(3);
    rebuild();
}

void ExploreIntro::setTheme(const Theme &theme)
{
    m_theme = theme;
    rebuild();
}

void ExploreIntro::setExamples(const std::vector<SuggestedQuery> &examples)
{
    m_examples = examples;
    rebuild();
}

void ExploreIntro::rebuild()
{
    while (QLayoutItem *item = m_list->takeAt(0)) {
        if (item->widget() != nullptr) {
            item->widget()->hide();
            item->widget()->deleteLater();
        }
        delete item;
    }
    m_details->setText(
        m_examples.empty()
            ? tr("There are no metrics yet. As soon as a target has been scraped, they are listed "
                 "at the left, and examples stand here.")
            : tr("Click a metric at the left, type a query above and press Enter, or begin with "
                 "one of these:"));
    std::vector<QPushButton *> buttons;
    int widest = 0;
    for (const SuggestedQuery &example : m_examples) {
        auto *button = new QPushButton(this);
        button->setObjectName(QStringLiteral("example"));
        button->setCursor(Qt::PointingHandCursor);
        button->setAccessibleName(kindText(example.kind));
        auto *kind = new QLabel(kindText(example.kind), button);
        kind->setForegroundRole(QPalette::PlaceholderText);
        auto *query = new QLabel(displayText(example.expr, 110), button);
        query->setTextFormat(Qt::PlainText);
        query->setFont(promqlFont(font()));
        auto *inner = new QVBoxLayout(button);
        inner->setContentsMargins(14, 8, 14, 8);
        inner->setSpacing(2);
        for (QLabel *label : {kind, query}) {
            label->setAttribute(Qt::WA_TransparentForMouseEvents);
            inner->addWidget(label);
        }
        button->setMinimumHeight(inner->sizeHint().height());
        widest = std::max(widest, inner->sizeHint().width());
        buttons.push_back(button);
        button->setStyleSheet(QStringLiteral("#example{background:%1;border:1px solid %2;border-radius:6px}"
                                             "#example:hover,#example:focus{border-color:%3;background:%4}")
                                  .arg(m_theme.surface.name(), m_theme.border.name(), m_theme.accent.name(),
                                       m_theme.surfaceRaised.name()));
        connect(button, &QPushButton::clicked, this, [this, example] { emit exampleChosen(example); });
        m_list->addWidget(button, 0, Qt::AlignHCenter);
    }
    for (QPushButton *button : buttons)
        button->setMinimumWidth(widest);
}

} // namespace sightglass
