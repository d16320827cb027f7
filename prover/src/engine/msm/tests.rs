//! Sums against arkworks', for every arithmetic, on the inputs that schedules trip over.
