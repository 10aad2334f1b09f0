// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/doctor/doctorheader.h"

#include "model/presentation/displaytext.h"
#include "widgets/doctor/doctorstyle.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QSignalBlocker>
#include <QToolButton>
#include <QVBoxLayout>

namespace sightglass {

namespace {

constexpr int dotSize = 14;
constexpr int leastSource = 70; ///< logical pixels
constexpr int leastTitle = 40;

QPixmap dot(const QColor &color, double ratio)
{
    QPixmap pixmap(QSize(dotSize, dotSize) * ratio);
    pixmap.setDevicePixelRatio(ratio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    painter.drawEllipse(QRectF(1, 1, dotSize - 2, dotSize - 2));
    return pixmap;
}

QColor verdictColor(DoctorSummary::Verdict verdict, const Theme &theme)
{
    switch (verdict) {
    case DoctorSummary::Verdict::Healthy:
        return theme.semantic(SemanticColor::Good);
    case DoctorSummary::Verdict::Problems:
        return theme.semantic(SemanticColor::Warning);
    case DoctorSummary::Verdict::Refused:
        break;
    }
    return theme.semantic(SemanticColor::Critical);
}

} // namespace

DoctorHeader::DoctorHeader(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_source(new QComboBox(this))
    , m_dot(new QLabel(this))
    , m_title(new QLabel(this))
    , m_counts(new QLabel(this))
    , m_reason(new QLabel(this))
    , m_notice(new QLabel(this))
    , m_follow(new QToolButton(this))
    , m_newer(new QPushButton(tr("Show the newer page"), this))
    , m_examine(new QPushButton(tr("Examine text…"), this))
{
    m_source->setObjectName(QStringLiteral("doctorSource"));
    m_source->setAccessibleName(tr("What is examined"));
    m_source->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_source->setMaximumWidth(420);
    m_title->setObjectName(QStringLiteral("doctorVerdict"));
    m_counts->setObjectName(QStringLiteral("doctorCounts"));
    m_reason->setObjectName(QStringLiteral("doctorReason"));
    m_notice->setObjectName(QStringLiteral("doctorNotice"));
    for (QLabel *label : {m_title, m_counts, m_reason, m_notice}) {
        label->setTextFormat(Qt::PlainText);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
        label->setWordWrap(true); // in every language the window may be as narrow as the panes below
    }
    m_follow->setText(tr("Follow"));
    m_follow->setCheckable(true);
    m_follow->setProperty("segment", true);
    m_follow->setObjectName(QStringLiteral("doctorFollow"));
    m_follow->setToolTip(tr("Show new pages as they come; off: this one stays"));
    m_newer->setObjectName(QStringLiteral("doctorNewer"));
    m_newer->setToolTip(tr("This page stays while you search in it or have something selected"));
    m_newer->hide();
    m_examine->setObjectName(QStringLiteral("examineText"));
    m_examine->setToolTip(tr("Examine a page from the clipboard or a file (Ctrl+Shift+V)"));

    auto *line = new QHBoxLayout;
    line->setSpacing(10);
    line->addWidget(m_source);
    line->addSpacing(6);
    line->addWidget(m_dot);
    line->addWidget(m_title, 1);
    line->addWidget(m_newer);
    line->addWidget(m_follow);
    line->addWidget(m_examine);
    m_figures = new QWidget(this);
    m_figures->setObjectName(QStringLiteral("doctorFigures"));
    m_figureLayout = new QHBoxLayout(m_figures);
    m_figureLayout->setContentsMargins(0, 0, 0, 0);
    m_figureLayout->setSpacing(26);
    // The window may be narrower than all figures are, and than the words of the headline.
    m_figures->setMinimumWidth(1);
    m_source->setMinimumWidth(leastSource);
    m_title->setMinimumWidth(leastTitle);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 10, 12, 10);
    layout->setSpacing(8);
    layout->addLayout(line);
    layout->addWidget(m_counts);
    layout->addWidget(m_reason);
    layout->addWidget(m_notice);
    layout->addWidget(m_figures);
    connect(m_source, &QComboBox::activated, this, [this](int index) {
        if (index >= 0 && static_cast<std::size_t>(index) < m_sources.size())
            emit sourceChosen(m_sources[static_cast<std::size_t>(index)].id);
    });
    connect(m_follow, &QToolButton::clicked, this, &DoctorHeader::followToggled);
    connect(m_newer, &QPushButton::clicked, this, &DoctorHeader::newerRequested);
    connect(m_examine, &QPushButton::clicked, this, &DoctorHeader::examineTextRequested);
    applyTheme();
    showSummary(nullptr);
    setNotice({});
    setFollowing(Following::Impossible);
}

void DoctorHeader::setTheme(const Theme &theme)
{
    m_theme = theme;
    applyTheme();
    fillFigures();
}

void DoctorHeader::applyTheme()
{
    QFont large = font();
    large.setPointSizeF(large.pointSizeF() * 1.25);
    large.setBold(true);
    m_title->setFont(large);
    setTextColor(m_title, m_theme.text);
    setTextColor(m_counts, m_theme.textMuted);
    setTextColor(m_reason, m_theme.semantic(SemanticColor::Critical));
    setTextColor(m_notice, m_theme.semantic(SemanticColor::Warning));
    const QColor state =
        m_summary ? verdictColor(m_summary->verdict, m_theme) : m_theme.semantic(SemanticColor::Neutral);
    m_dot->setPixmap(dot(state, devicePixelRatioF()));
}

void DoctorHeader::setSources(const std::vector<DoctorSource> &sources, const QString &current)
{
    const QSignalBlocker blocker(m_source);
    if (sources != m_sources) {
        m_sources = sources;
        m_source->clear();
        for (const DoctorSource &source : sources) {
            m_source->addItem(source.isDown ? tr("%1 (down)").arg(source.name) : source.name);
            m_source->setItemData(m_source->count() - 1, plainToolTip(source.address), Qt::ToolTipRole);
        }
    }
    int index = -1;
    for (std::size_t i = 0; i < m_sources.size(); ++i)
        index = m_sources[i].id == current ? static_cast<int>(i) : index;
    m_source->setCurrentIndex(index);
    m_source->setToolTip(index < 0 ? QString()
                                   : plainToolTip(m_sources[static_cast<std::size_t>(index)].address));
    m_source->setVisible(!m_sources.empty());
}

void DoctorHeader::showSummary(const DoctorSummary *summary, const QString &waiting)
{
    m_summary = summary != nullptr ? std::optional(*summary) : std::nullopt;
    m_title->setText(m_summary ? m_summary->title : waiting);
    m_dot->setVisible(!m_title->text().isEmpty());
    m_counts->setText(m_summary ? m_summary->counts : QString());
    m_counts->setVisible(!m_counts->text().isEmpty());
    m_reason->setText(m_summary ? m_summary->reason : QString());
    m_reason->setVisible(!m_reason->text().isEmpty());
    applyTheme();
    fillFigures();
}

void DoctorHeader::setNotice(const QString &notice)
{
    m_notice->setText(notice);
    m_notice->setVisible(!notice.isEmpty());
}

void DoctorHeader::fillFigures()
{
    while (QLayoutItem *item = m_figureLayout->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    m_figures->setVisible(m_summary && !m_summary->figures.empty());
    if (!m_summary)
        return;
    for (const DoctorSummary::Figure &figure : m_summary->figures) {
        auto *column = new QWidget(m_figures);
        auto *layout = new QVBoxLayout(column);
        layout->setContentsMargins(0, 0, 0, 0);
        layout->setSpacing(0);
        auto *caption = new QLabel(figure.caption, column);
        auto *value = new QLabel(figure.value, column);
        QFont small = font();
        small.setPointSizeF(small.pointSizeF() * 0.85);
        caption->setFont(small);
        setTextColor(caption, m_theme.textMuted);
        setTextColor(value, m_theme.text);
        for (QLabel *label : {caption, value}) {
            label->setTextFormat(Qt::PlainText);
            layout->addWidget(label);
        }
        column->setToolTip(plainToolTip(figure.tip));
        m_figureLayout->addWidget(column);
    }
    m_figureLayout->addStretch(1);
    fitFigures();
}

/// Figures that would be cut are left out, the last ones first.
void DoctorHeader::fitFigures()
{
    int used = 0;
    for (int i = 0; i < m_figureLayout->count(); ++i) {
        QWidget *column = m_figureLayout->itemAt(i)->widget();
        if (column == nullptr)
            continue;
        used += column->sizeHint().width();
        column->setVisible(used <= contentsRect().width() - layout()->contentsMargins().left() -
                                       layout()->contentsMargins().right());
        used += m_figureLayout->spacing();
    }
}

void DoctorHeader::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fitFigures();
}

void DoctorHeader::setFollowing(Following following)
{
    m_follow->setVisible(following != Following::Impossible);
    m_follow->setChecked(following == Following::On);
}

void DoctorHeader::setNewer(bool newer)
{
    m_newer->setVisible(newer);
}

} // namespace sightglass
